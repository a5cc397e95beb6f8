/** The build hands over a query as its text. */
declare module "*.graphql?raw" {
  const text: string;
  export default text;
}
