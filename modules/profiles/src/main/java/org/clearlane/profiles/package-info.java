/**
 * Practices and payers as data: the YAML files under {@code config/practices} and {@code config/payers} read into the
 * records of {@code model.directory}. Every mistake of all files is found in one go, each with its file and key, and
 * nothing starts with half a directory. Adding a practice or a payer needs no Java.
 */
package org.clearlane.profiles;
