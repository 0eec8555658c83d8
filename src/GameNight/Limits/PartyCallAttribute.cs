namespace GameNight.Limits;

/// <summary>
/// Marks calls that all phones of a party make from one address: calls of an address in a minute do not count them. What they cost is
/// charged by <see cref="CallBudget"/>, like all else.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PartyCallAttribute : Attribute;
