namespace GameNight.Retraining.Review;

/// <summary>What others make of a drawing.</summary>
/// <param name="Probabilities">Of the ten digits, by a network that learned from other players.</param>
/// <param name="Witness">What can be said without having learned from any mark.</param>
public sealed record LabelOpinion(float[] Probabilities, ReferenceOpinion Witness);
