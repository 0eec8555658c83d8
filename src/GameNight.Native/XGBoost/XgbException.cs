namespace GameNight.Native.XGBoost;

/// <summary>XGBoost refused or failed: <see cref="Exception.Message"/> is what it said.</summary>
public sealed class XgbException(string message) : Exception(message);
