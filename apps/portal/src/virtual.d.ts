/** Parts of the catalogues, made by the build from `i18n/de.json` and `i18n/en.json`. */
declare module 'virtual:texts/*' {
  const texts: Readonly<Record<string, unknown>>;
  export default texts;
}
