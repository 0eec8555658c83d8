namespace GameNight.ModelAdmin.Versions;

/// <summary>The version of an algorithm that was in service at a time.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version that was in service.</param>
public sealed record ActiveVersionResponse(string Algorithm, string Version);
