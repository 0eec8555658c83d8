namespace GameNight.Limits;

/// <summary>Marks an endpoint whose calls are so large that few are worked on at once; further ones wait before they are read.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CostlyCallAttribute : Attribute;
