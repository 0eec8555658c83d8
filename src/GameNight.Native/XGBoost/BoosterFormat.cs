namespace GameNight.Native.XGBoost;

/// <summary>How a booster is written down. Both say the same.</summary>
public enum BoosterFormat
{
    /// <summary>Text that any program can read.</summary>
    Json,

    /// <summary>Universal Binary JSON: a third as large.</summary>
    Ubj,
}
