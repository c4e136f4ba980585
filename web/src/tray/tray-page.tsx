export const TrayPage = () => null;
