/** The OpenAPI document of {@code /v1}: put together, served, and held against every request. */
package org.clearlane.api.contract;
