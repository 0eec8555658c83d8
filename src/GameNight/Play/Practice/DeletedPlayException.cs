using GameNight.Http;

namespace GameNight.Play.Practice;

/// <summary>A drawing is from a time of which its player had everything deleted, or older than what is kept.</summary>
public sealed class DeletedPlayException() : ProblemException(
    StatusCodes.Status410Gone, title: null,
    "This was drawn before its player had everything deleted, or longer ago than drawings are kept. It is not kept.");
