/** The commands about money behind the remittance: banks' entries, denials, second payers, patients, fees. */
package org.clearlane.app.money;
