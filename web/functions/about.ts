export { publicPage as onRequestGet } from './public-page'
