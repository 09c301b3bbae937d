// The plain-JavaScript build as a module, for the npm package.
export { instantiate } from '#plain'
