export const PhonesPage = () => null;
