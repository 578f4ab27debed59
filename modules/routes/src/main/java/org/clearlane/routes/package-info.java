/**
 * What moves work from step to step: Camel routes that read as sentences, and the Artemis broker under them. The broker
 * carries numbers of outbox rows and nothing else; losing all it holds loses nothing.
 */
package org.clearlane.routes;
