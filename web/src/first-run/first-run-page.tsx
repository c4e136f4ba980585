export const FirstRunPage = () => null;
