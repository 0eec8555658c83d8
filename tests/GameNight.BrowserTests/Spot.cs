namespace GameNight.BrowserTests;

/// <summary>A point, in any unit.</summary>
public readonly record struct Spot(double X, double Y);
