/// The properties of all rooms, tried for minutes with fresh seeds instead of some hundred times with one: `mvn -Pfuzz verify`.
package org.pressroom.fuzz;
