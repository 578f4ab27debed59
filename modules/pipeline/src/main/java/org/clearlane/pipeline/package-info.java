/**
 * The steps of a claim's journey, each a plain class that does its work in one transaction of the ledger: intake,
 * judging, batching, sending, collecting and applying answers, posting, delivering. No Camel here: routes call these.
 */
package org.clearlane.pipeline;
