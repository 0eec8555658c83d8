using GameNight.Http;

namespace GameNight.Models;

/// <summary>There is no such version.</summary>
public sealed class UnknownVersionException(string version)
    : ProblemException(StatusCodes.Status404NotFound, title: null, $"There is no {version}.");
