import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The site of the clinic loads this one from elsewhere. */
const WIDGET = '/widget.js';

/** Nothing but the page's own files; no frame but those the operator names; no address sent along. TLS is the proxy's. */
export function protect(frameAncestors: readonly string[]): MiddlewareHandler {
  const framed = frameAncestors.length > 0;
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: framed ? ["'self'", ...frameAncestors] : ["'none'"],
    },
    xFrameOptions: framed ? false : 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  });
  return async (c, next) => {
    await headers(c, next);
    if (c.req.path === WIDGET) c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  };
}
