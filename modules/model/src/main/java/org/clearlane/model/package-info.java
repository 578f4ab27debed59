/**
 * The words of the field as plain values: money, claims, findings, remittances, practices, payers, the lifecycle of a
 * claim, and the ports through which the core reaches the world. Knows no X12, no database, no framework.
 */
package org.clearlane.model;
