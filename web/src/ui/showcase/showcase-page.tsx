export const ShowcasePage = () => null;
