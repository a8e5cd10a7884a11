"""What an annotated copy says: comments on cells and the sheet 审核结果."""
