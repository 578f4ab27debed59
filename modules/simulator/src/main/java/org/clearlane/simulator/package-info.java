/**
 * Payers that exist only on this machine, reachable over real transports: folder, SFTP, HTTPS (CAQH CORE MIME).
 * They take 837P, 837I and 837D files, keep a journal of every claim received, and answer as settings and seed decide, well or badly.
 * An independent counter-party: knows X12 syntax and shares no other code with the clearinghouse, so that a mistake in
 * one is not repeated by the other.
 */
package org.clearlane.simulator;
