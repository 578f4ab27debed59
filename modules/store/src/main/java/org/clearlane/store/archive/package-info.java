/** Bytes kept for good on disk, each content once, under its hash. What is kept is synced before anybody is told. */
package org.clearlane.store.archive;
