/** The bank's half of payments: its files are taken, its entries brought together with remittances, what is missing told. */
package org.clearlane.pipeline.bank;
