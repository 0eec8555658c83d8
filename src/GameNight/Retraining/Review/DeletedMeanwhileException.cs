using GameNight.Http;

namespace GameNight.Retraining.Review;

/// <summary>While a run learned, a player asked for a deletion: what it knows may be of drawings that are gone.</summary>
public sealed class DeletedMeanwhileException() : ProblemException(
    StatusCodes.Status409Conflict, title: null, "a player had drawings deleted meanwhile. The next run learns without them.");
