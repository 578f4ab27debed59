/** What all pages share: the frame, who is asking, forms that cannot be forged, assets, rendering. */
package org.clearlane.console.web;
