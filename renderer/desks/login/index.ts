/** The way in: whoever is not logged in logs in where they stand. */
export { LoginPage } from './LoginPage.tsx';
