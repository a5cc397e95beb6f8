import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from "react";

/** The whole state of a page: where it is and what is asked. Nothing else is kept anywhere. */
export interface Address {
  readonly path: string;
  readonly parameters: URLSearchParams;
}

interface Navigation {
  readonly address: Address;
  readonly go: (href: string, how?: "push" | "replace") => void;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);
const read = (): Address => ({ path: location.pathname, parameters: new URLSearchParams(location.search) });

/** Language and money unit go along from page to page. */
const CARRIED = ["lang", "unit"];

export function AddressProvider({ children }: { readonly children: ReactNode }) {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const listen = () => setAddress(read());
    addEventListener("popstate", listen);
    return () => removeEventListener("popstate", listen);
  }, []);
  const go = useCallback((href: string, how: "push" | "replace" = "push") => {
    const isSamePage = new URL(href, location.href).pathname === location.pathname;
    history[how === "push" ? "pushState" : "replaceState"](null, "", href);
    setAddress(read());
    if (!isSamePage) scrollTo(0, 0);
  }, []);
  const navigation = useMemo(() => ({ address, go }), [address, go]);
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("useNavigation needs an AddressProvider above");
  return navigation;
}

export type Changes = Readonly<Record<string, string | null>>;

/** The address of this page with some parameters changed; null or "" takes one away. Commas stay readable. */
export function hrefOf(path: string, parameters: URLSearchParams, changes: Changes = {}): string {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString().replaceAll("%2C", ",");
  return text === "" ? path : `${path}?${text}`;
}

/** Makes addresses of other pages that keep the language and the money unit. */
export function useHref(): (path: string, parameters?: Changes) => string {
  const { address } = useNavigation();
  return useCallback(
    (path, parameters = {}) => {
      const carried = new URLSearchParams([...address.parameters].filter(([name]) => CARRIED.includes(name)));
      return hrefOf(path, carried, parameters);
    },
    [address],
  );
}

/** Changes parameters of the page that is open. */
export function useChange(): (changes: Changes, how?: "push" | "replace") => void {
  const { address, go } = useNavigation();
  return useCallback((changes, how) => go(hrefOf(address.path, address.parameters, changes), how), [address, go]);
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: string;
  readonly parameters?: Changes;
}

/** A link within the pages; a click with a modifier is left to the browser. */
export function Link({ to, parameters, onClick, ...rest }: LinkProps) {
  const { go } = useNavigation();
  const href = useHref()(to, parameters);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}

export const listOf = (parameters: URLSearchParams, name: string): string[] =>
  parameters
    .getAll(name)
    .flatMap((one) => one.split(","))
    .map((one) => one.trim())
    .filter((one) => one !== "");
