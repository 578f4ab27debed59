/**
 * The PostgreSQL server, embedded or one of your own: started or found, its roles, migrations and passwords. It is
 * refused when its settings may lose a commit.
 */
package org.clearlane.store.database;
