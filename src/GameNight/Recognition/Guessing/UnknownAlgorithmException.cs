namespace GameNight.Recognition.Guessing;

/// <summary>Nobody at the table has this id.</summary>
public sealed class UnknownAlgorithmException(string id) : Exception($"There is no algorithm \"{id}\".");
