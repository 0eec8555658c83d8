using GameNight.Http;

namespace GameNight.Recognition.Guessing;

/// <summary>No contestant has this id.</summary>
public sealed class UnknownAlgorithmException(string id)
    : ProblemException(StatusCodes.Status404NotFound, title: null, $"There is no algorithm \"{id}\".");
