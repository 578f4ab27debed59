/** What shows somebody else that a claim was filed, put together from the ledger and the kept bytes. */
package org.clearlane.pipeline.proof;
