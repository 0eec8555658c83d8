using GameNight.Http;

namespace GameNight.Models;

/// <summary>There is no such version.</summary>
/// <param name="version">The version, as <see cref="ModelKey.ToString"/> writes it.</param>
public sealed class UnknownVersionException(string version)
    : ProblemException(StatusCodes.Status404NotFound, title: null, $"There is no {version}.");
