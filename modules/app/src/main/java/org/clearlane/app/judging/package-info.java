/**
 * What judging needs, loaded from the configuration once, alike for the service and for commands that judge offline.
 */
package org.clearlane.app.judging;
