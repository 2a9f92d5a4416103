export { ThemeContext, Themed } from './Themed.tsx';
