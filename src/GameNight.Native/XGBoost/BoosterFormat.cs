namespace GameNight.Native.XGBoost;

/// <summary>The file formats of a booster, which contain the same.</summary>
public enum BoosterFormat
{
    Json,

    /// <summary>Universal Binary JSON, a third as large.</summary>
    Ubj,
}
