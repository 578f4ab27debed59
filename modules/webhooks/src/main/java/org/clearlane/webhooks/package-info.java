/** Tells programs of practices what happened, by signed requests (Standard Webhooks 1.0.0). Start at {@code WebhookRound}. */
package org.clearlane.webhooks;
