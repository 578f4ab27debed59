/**
 * The ways to a payer: a folder, SFTP, and HTTPS in the MIME envelope of CAQH CORE. Each is a
 * {@link org.clearlane.model.connection.PayerConnection} made by {@link org.clearlane.connections.PayerConnections} from
 * the payer's profile, and each passes the same contract test. Nothing here knows what is inside a file.
 */
package org.clearlane.connections;
