using System.Text.Json.Serialization;
using GameNight.Drawing.Strokes;

namespace GameNight.Rooms.Views;

/// <summary>What a seat has to do, told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DrawTaskView), "draw")]
[JsonDerivedType(typeof(VoteTaskView), "vote")]
public abstract record TaskView;

/// <param name="Digit">0 to 9, a secret of the seat's.</param>
/// <param name="Left">How many drawings the seat may still make in this phase, this one among them.</param>
public sealed record DrawTaskView(int Digit, int Left) : TaskView;

/// <param name="Drawings">Those that the seat has not judged yet.</param>
public sealed record VoteTaskView(IReadOnlyList<BallotView> Drawings) : TaskView;

/// <param name="Drawing">The drawing's id.</param>
/// <param name="Strokes">Its ink.</param>
public sealed record BallotView(Guid Drawing, Ink Strokes);
