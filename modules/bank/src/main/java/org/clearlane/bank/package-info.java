/** Banks' files as values. A file is understood whole or refused whole, with every mistake's line and mend. */
package org.clearlane.bank;
