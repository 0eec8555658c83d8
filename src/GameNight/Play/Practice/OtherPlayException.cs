using GameNight.Http;

namespace GameNight.Play.Practice;

/// <summary>An id was used before, for another drawing or by another player. What is stored under it stays as it is.</summary>
public sealed class OtherPlayException() : ProblemException(
    StatusCodes.Status409Conflict, title: null, "This id belongs to another drawing or another player. Nothing was changed.");
