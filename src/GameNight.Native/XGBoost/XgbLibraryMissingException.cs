namespace GameNight.Native.XGBoost;

/// <summary>XGBoost's native library was not found or cannot be used: the message says where it was looked for and what to do.</summary>
public sealed class XgbLibraryMissingException(string message) : Exception(message);
