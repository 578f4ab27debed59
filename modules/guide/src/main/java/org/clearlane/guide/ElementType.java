package org.clearlane.guide;

/** The data types of the X12 standard that guides use. */
enum ElementType {
    /** Text. */
    AN,
    /** A code. */
    ID,
    /** A whole number. */
    N0,
    /** A number with two implied decimals. */
    N2,
    /** A decimal number. */
    R,
    /** A date, CCYYMMDD or YYMMDD. */
    DT,
    /** A time, HHMM to HHMMSSDD. */
    TM,
    /** A date or range written as the element before it says (data element 1251 behind 1250). */
    PERIOD,
    /** Made of components. */
    COMPOSITE
}
