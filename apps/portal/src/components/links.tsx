import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type NativeAnchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;
type NativeButton = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

const PlainAnchor = ({
  ref,
  ...props
}: AnchorProps & NativeAnchor & { readonly ref?: Ref<HTMLAnchorElement> }) => (
  <Anchor ref={ref ?? null} underline="always" inherit {...props} />
);

const PlainButton = ({
  ref,
  ...props
}: ButtonProps & NativeButton & { readonly ref?: Ref<HTMLAnchorElement> }) => (
  <Button component="a" ref={ref ?? null} {...props} />
);

/** A link of the router in a text. */
export const TextLink = createLink(PlainAnchor);

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(PlainButton);
