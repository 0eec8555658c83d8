namespace GameNight.Native.XGBoost;

/// <summary>A call of XGBoost failed.</summary>
/// <param name="message">XGBoost's own message.</param>
public sealed class XgbException(string message) : Exception(message);
