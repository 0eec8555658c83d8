namespace GameNight.Retraining.Review;

/// <summary>What is known of a drawing without its own player's labels.</summary>
/// <param name="Probabilities">Of the digits 0 to 9, by a network that learned from other players.</param>
/// <param name="Reference">What the shipped network and the synthetic ink say, which learned from no label.</param>
public sealed record LabelOpinion(float[] Probabilities, ReferenceOpinion Reference);
