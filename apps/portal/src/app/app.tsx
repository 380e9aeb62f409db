import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from '../api/query-client.js';
import { useToastWanted } from '../components/toast.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme.js';

/** Not needed to see the first page. */
const Notifications = lazy(async () => ({
  default: (await import('@mantine/notifications')).Notifications,
}));

/** Everything the pages need around them; the theme's variables come from a style sheet made at build time. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Toasts() {
  if (!useToastWanted()) return null;
  return (
    <Suspense fallback={null}>
      <Notifications position="bottom-center" autoClose={5000} />
    </Suspense>
  );
}
