// Stands in for modules that Bolt loads and Lambda never uses (build.ts).
module.exports = {};
