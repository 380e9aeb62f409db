import {
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** Red and blue belong to the poles of a motive; the interface itself speaks in ink. */
const ink: MantineColorsTuple = [
  '#f6f6f4',
  '#ecebe7',
  '#d9d8d2',
  '#bfbeb7',
  '#9a9b98',
  '#777b7e',
  '#5a626a',
  '#434d57',
  '#303b46',
  '#1f2933',
];

const amber: MantineColorsTuple = [
  '#fff8e8',
  '#fdeecb',
  '#f9dc9c',
  '#f0c262',
  '#dca23a',
  '#bd8223',
  '#9c6816',
  '#7f520e',
  '#694209',
  '#573606',
];

const font = "'Inter Variable', Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 9,
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: { ink, amber },
  black: '#1f2933',
  fontFamily: font,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  headings: {
    fontFamily: font,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.65rem, 1.3rem + 1.5vw, 2.25rem)', lineHeight: '1.18' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    NativeSelect: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    FileInput: { defaultProps: { size: 'md' } },
    ModalRoot: { defaultProps: { padding: 'xl', lockScroll: false, centered: true } },
  },
});

/** Text colours dark enough for WCAG AA on paper and on the page's ground; errors are not the red of a pole. */
export const cssVariables: CSSVariablesResolver = (full) => {
  const base = defaultCssVariablesResolver(full);
  return {
    ...base,
    light: {
      ...base.light,
      '--mantine-color-body': '#ffffff',
      '--mantine-color-dimmed': '#59626c',
      '--mantine-color-error': '#8a4b00',
      '--mantine-color-placeholder': '#6a727b',
      '--mantine-color-anchor': '#1f2933',
      '--mantine-color-default-border': '#c9c8c1',
      '--mantine-color-scheme': 'light',
    },
  };
};

/** What the style sheet with the variables is generated from when the portal is built. */
export const themeVariables = () => {
  const { variables, light } = cssVariables(mergeMantineTheme(DEFAULT_THEME, theme));
  return { variables, light, dark: {} };
};
